/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.cli.verdict;

import org.jspecify.annotations.NullMarked;
