/**
 * Folders of Hugging Face: what their configurations make libraries import. {@link
 * dev.countersign.inspect.huggingface.TransformersConfig} is the commonest.
 */
@NullMarked
package dev.countersign.inspect.huggingface;

import org.jspecify.annotations.NullMarked;
