/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.revision;

import org.jspecify.annotations.NullMarked;
