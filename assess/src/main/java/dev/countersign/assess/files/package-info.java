/**
 * The files behind models and datasets, hashed. Read {@link dev.countersign.assess.files.FileBytes}
 * first.
 */
@NullMarked
package dev.countersign.assess.files;

import org.jspecify.annotations.NullMarked;
