/**
 * OpenSSF Model Signing (OMS) 1.0: signs models, verifies them, and hands out the bytes that were
 * verified. A service that loads a model needs three lines:
 *
 * <pre>{@code
 * try (VerifiedModel model = VerifiedModel.open(Path.of("models/fraud"), TrustPolicy.keyFile(key))) {
 *   session = environment.createSession(model.bytes("model.onnx"));
 * }
 * }</pre>
 *
 * Read {@link dev.countersign.attest.oms.OmsVerifier} first, then {@link
 * dev.countersign.attest.oms.VerifiedModel}. Numbers of sections are those of the specification
 * (https://github.com/ossf/model-signing-spec, spec/v1.0.md).
 */
@NullMarked
package dev.countersign.attest.oms;

import org.jspecify.annotations.NullMarked;
