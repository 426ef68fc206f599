/**
 * Templates of chats, and what a template can reach that is none of a chat's. Begin with {@link
 * dev.countersign.inspect.jinja.Jinja}.
 */
@NullMarked
package dev.countersign.inspect.jinja;

import org.jspecify.annotations.NullMarked;
