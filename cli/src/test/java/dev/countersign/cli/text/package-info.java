/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.text;

import org.jspecify.annotations.NullMarked;
