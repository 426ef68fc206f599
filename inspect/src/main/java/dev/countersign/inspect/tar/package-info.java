/**
 * Tar in all its dialects, and images of containers, which are made of it. {@link TarArchive} reads
 * one, {@link TarFormat} tells of it.
 */
@NullMarked
package dev.countersign.inspect.tar;

import org.jspecify.annotations.NullMarked;
