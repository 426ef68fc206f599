/** Bytes at known places, read with every length checked before it is believed. */
@NullMarked
package dev.countersign.inspect.bytes;

import org.jspecify.annotations.NullMarked;
