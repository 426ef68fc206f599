/**
 * Signed statements: what somebody says about bytes, whose word that is, and whether it is
 * believed. Read {@link dev.countersign.attest.Statement} first, then {@link
 * dev.countersign.attest.trust.TrustPolicy} and {@link dev.countersign.attest.Verifier}.
 */
@NullMarked
package dev.countersign.attest;

import org.jspecify.annotations.NullMarked;
