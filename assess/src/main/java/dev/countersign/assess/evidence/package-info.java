/**
 * Evidence: the seam through which every kind of proof arrives. A kind is one {@link
 * dev.countersign.assess.evidence.EvidenceVerifier} found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.countersign.assess.evidence;

import org.jspecify.annotations.NullMarked;
