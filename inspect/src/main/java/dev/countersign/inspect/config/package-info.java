/**
 * Configurations in JSON and YAML: objects that their readers would build, templates, and what
 * {@link dev.countersign.inspect.config.ConfigDialect}s make of them.
 */
@NullMarked
package dev.countersign.inspect.config;

import org.jspecify.annotations.NullMarked;
