/** What somebody may try who wants an answer to count that nobody gave. */
@NullMarked
package dev.countersign.cli.attack;

import org.jspecify.annotations.NullMarked;
