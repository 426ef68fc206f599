/** What no destination should get: secrets, personal data, invisible text, the system prompt. */
@NullMarked
package dev.countersign.guard.output.content;

import org.jspecify.annotations.NullMarked;
