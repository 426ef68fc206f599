/**
 * Whose word counts: reads {@code countersign-trust.yaml}. Read {@link
 * dev.countersign.assess.trust.TrustReader} first; the rules themselves are {@link
 * dev.countersign.attest.trust.TrustPolicy}.
 */
@NullMarked
package dev.countersign.assess.trust;

import org.jspecify.annotations.NullMarked;
