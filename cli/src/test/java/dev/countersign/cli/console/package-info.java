/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.console;

import org.jspecify.annotations.NullMarked;
