/** HTML, Markdown, CSS and addresses, read as a browser and a renderer read them. */
@NullMarked
package dev.countersign.guard.output.markup;

import org.jspecify.annotations.NullMarked;
