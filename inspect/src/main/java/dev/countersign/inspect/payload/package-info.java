/**
 * Text of metadata that is no prose: commands, code, links to where stolen data goes. Begin with
 * {@link dev.countersign.inspect.payload.Payloads}.
 */
@NullMarked
package dev.countersign.inspect.payload;

import org.jspecify.annotations.NullMarked;
