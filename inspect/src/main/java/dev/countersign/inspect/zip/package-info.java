/**
 * Zip, and what is a zip inside. {@link ZipArchive} reads one, {@link ZipFormat} tells of tricks,
 * and a {@link ZipDialect} knows what a program makes of its members.
 */
@NullMarked
package dev.countersign.inspect.zip;

import org.jspecify.annotations.NullMarked;
