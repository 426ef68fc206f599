/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.sarif;

import org.jspecify.annotations.NullMarked;
