/** Tests of the client that asks servers. */
@NullMarked
package dev.countersign.gateway.upstream;

import org.jspecify.annotations.NullMarked;
