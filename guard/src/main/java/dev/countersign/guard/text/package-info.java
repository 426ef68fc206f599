/** What several gates know of characters. */
@NullMarked
package dev.countersign.guard.text;

import org.jspecify.annotations.NullMarked;
