/** The gateway as its clients, its upstreams and its operators meet it. */
@NullMarked
package dev.countersign.gateway;

import org.jspecify.annotations.NullMarked;
