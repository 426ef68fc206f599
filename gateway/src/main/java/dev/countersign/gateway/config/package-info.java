/** The one file that says what the gateway does, and what is wrong with it. */
@NullMarked
package dev.countersign.gateway.config;

import org.jspecify.annotations.NullMarked;
