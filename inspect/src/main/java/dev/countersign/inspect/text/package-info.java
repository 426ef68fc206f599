/** Text of artefacts: JSON, and what is safe to show. */
@NullMarked
package dev.countersign.inspect.text;

import org.jspecify.annotations.NullMarked;
