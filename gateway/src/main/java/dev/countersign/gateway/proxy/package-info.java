/** What happens to one request: its way to an upstream and back, past the gates. */
@NullMarked
package dev.countersign.gateway.proxy;

import org.jspecify.annotations.NullMarked;
