/**
 * Models of Keras 2 and 3: configurations of layers, in {@code .keras} zips, HDF5 files and JSON.
 * {@link dev.countersign.inspect.keras.KerasConfig} walks them.
 */
@NullMarked
package dev.countersign.inspect.keras;

import org.jspecify.annotations.NullMarked;
