/**
 * HDF5, as Keras, PyTables and others store weights: groups, attributes and links, never the
 * numbers. {@link dev.countersign.inspect.hdf5.Hdf5Format} is the door, {@link
 * dev.countersign.inspect.hdf5.Hdf5Walk} reads. Sections are those of the "HDF5 File Format
 * Specification Version 3.0".
 */
@NullMarked
package dev.countersign.inspect.hdf5;

import org.jspecify.annotations.NullMarked;
