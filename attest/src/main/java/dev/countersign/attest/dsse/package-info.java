/**
 * Dead Simple Signing Envelopes, protocol 1.0 (https://github.com/secure-systems-lab/dsse): bytes,
 * what type they are of, and signatures over both. Read {@link
 * dev.countersign.attest.dsse.Envelope} first.
 */
@NullMarked
package dev.countersign.attest.dsse;

import org.jspecify.annotations.NullMarked;
