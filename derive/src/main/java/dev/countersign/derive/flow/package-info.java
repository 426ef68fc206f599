/**
 * A system as a data-flow diagram shows it: what flows between its elements, in which zone each
 * stands and how far it is trusted. Read {@link dev.countersign.derive.flow.FlowMap} first.
 */
@NullMarked
package dev.countersign.derive.flow;

import org.jspecify.annotations.NullMarked;
