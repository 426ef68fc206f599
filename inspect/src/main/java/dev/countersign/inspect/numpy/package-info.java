/**
 * Arrays as NumPy saves them: {@code .npy}, and zips of them, {@code .npz}. Read {@link
 * dev.countersign.inspect.numpy.NpyFormat} first.
 */
@NullMarked
package dev.countersign.inspect.numpy;

import org.jspecify.annotations.NullMarked;
