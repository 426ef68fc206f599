/** Tests of the demo. */
@NullMarked
package dev.countersign.gateway.demo;

import org.jspecify.annotations.NullMarked;
