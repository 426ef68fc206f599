/** Tests of the form of the log. */
@NullMarked
package dev.countersign.gateway.log;

import org.jspecify.annotations.NullMarked;
