/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.command;

import org.jspecify.annotations.NullMarked;
