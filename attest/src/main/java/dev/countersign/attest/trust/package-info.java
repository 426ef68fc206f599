/**
 * Whose word counts for what. Read {@link dev.countersign.attest.trust.TrustPolicy} first. Nothing
 * here reads a file: the policy's YAML is read above, so that services need no YAML.
 */
@NullMarked
package dev.countersign.attest.trust;

import org.jspecify.annotations.NullMarked;
