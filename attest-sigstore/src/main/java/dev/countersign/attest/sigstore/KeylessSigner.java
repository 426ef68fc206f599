package dev.countersign.attest.sigstore;

import com.google.protobuf.ByteString;
import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.SigstoreService.SigningOptions;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.dsse.Envelope;
import dev.sigstore.AlgorithmRegistry.SigningAlgorithm;
import dev.sigstore.bundle.ImmutableBundle;
import dev.sigstore.bundle.ImmutableDsseEnvelope;
import dev.sigstore.bundle.ImmutableSignature;
import dev.sigstore.bundle.ImmutableTimestamp;
import dev.sigstore.encryption.signers.Signers;
import dev.sigstore.fulcio.client.CertificateRequest;
import dev.sigstore.fulcio.client.FulcioClientGrpc;
import dev.sigstore.oidc.client.OidcClients;
import dev.sigstore.oidc.client.OidcToken;
import dev.sigstore.oidc.client.TokenStringOidcClient;
import dev.sigstore.proto.ProtoMutators;
import dev.sigstore.proto.common.v1.X509Certificate;
import dev.sigstore.proto.rekor.v2.HashedRekordRequestV002;
import dev.sigstore.proto.rekor.v2.Signature;
import dev.sigstore.proto.rekor.v2.Verifier;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.v2.client.RekorV2ClientHttp;
import dev.sigstore.timestamp.client.HashAlgorithm;
import dev.sigstore.timestamp.client.ImmutableTimestampRequest;
import dev.sigstore.timestamp.client.TimestampClientHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPath;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs with a key that lives for one signature and a certificate for whoever the OpenID provider
 * vouches for. The parts are the library's; they are joined here because its own {@code attest}
 * counts the payload in characters where DSSE counts bytes, and writes a type of entry that the log
 * no longer takes. What comes out is verified before it is handed out.
 */
final class KeylessSigner implements Signer {
  /** A person may have to log in. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final SigningAlgorithm ALGORITHM = SigningAlgorithm.PKIX_ECDSA_P256_SHA_256;

  private final SigningOptions options;

  KeylessSigner(SigningOptions options) {
    this.options = options;
  }

  @Override
  public String describe() {
    return options.staging() ? "Sigstore's staging instance" : "Sigstore";
  }

  @Override
  public Bundle sign(byte[] payload, String payloadType) throws SigningFailed {
    try {
      return Online.within(LIMIT, "sign with Sigstore", () -> signNow(payload, payloadType));
    } catch (IOException e) {
      throw new SigningFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private Bundle signNow(byte[] payload, String payloadType) throws Exception {
    Instance instance = Instance.of(options);
    dev.sigstore.encryption.signers.Signer key = Signers.from(ALGORITHM);
    CertPath certificate = certificate(instance, key);
    byte[] message = Envelope.preAuthenticationEncoding(payloadType, payload);
    byte[] signature = key.sign(message);
    ImmutableBundle bundle =
        ImmutableBundle.builder()
            .certPath(certificate)
            .addTimestamps(timestamp(instance, signature))
            .addEntries(entry(instance, certificate, message, signature))
            .dsseEnvelope(
                ImmutableDsseEnvelope.builder()
                    .payload(payload)
                    .payloadType(payloadType)
                    .addSignatures(ImmutableSignature.builder().sig(signature).build())
                    .build())
            .build();
    return verified(instance, bundle.toJson());
  }

  private CertPath certificate(Instance instance, dev.sigstore.encryption.signers.Signer key)
      throws Exception {
    OidcToken token = clients(instance).getIDToken();
    byte[] possession =
        key.sign(token.getSubjectAlternativeName().getBytes(StandardCharsets.UTF_8));
    return FulcioClientGrpc.builder()
        .setService(instance.authority())
        .build()
        .signingCertificate(
            CertificateRequest.newCertificateRequest(
                key.getPublicKey(), token.getIdToken(), possession));
  }

  /** A pipeline's own provider comes before the browser. */
  private OidcClients clients(Instance instance) {
    return options
        .identityToken()
        .map(token -> OidcClients.of(TokenStringOidcClient.from(token)))
        .orElseGet(() -> OidcClients.from(instance.openId()));
  }

  private static ImmutableTimestamp timestamp(Instance instance, byte[] signature)
      throws Exception {
    ImmutableTimestampRequest request =
        ImmutableTimestampRequest.builder()
            .hashAlgorithm(HashAlgorithm.SHA256)
            .hash(sha256(signature))
            .build();
    return ImmutableTimestamp.builder()
        .rfc3161Timestamp(
            TimestampClientHttp.builder()
                .setService(instance.timestamps())
                .build()
                .timestamp(request)
                .getEncoded())
        .build();
  }

  private static RekorEntry entry(
      Instance instance, CertPath certificate, byte[] message, byte[] signature) throws Exception {
    byte[] leaf = certificate.getCertificates().get(0).getEncoded();
    Verifier verifier =
        Verifier.newBuilder()
            .setX509Certificate(X509Certificate.newBuilder().setRawBytes(ByteString.copyFrom(leaf)))
            .setKeyDetails(ProtoMutators.toPublicKeyDetails(ALGORITHM))
            .build();
    return RekorV2ClientHttp.builder()
        .setService(instance.log())
        .build()
        .putEntry(
            HashedRekordRequestV002.newBuilder()
                .setDigest(ByteString.copyFrom(sha256(message)))
                .setSignature(
                    Signature.newBuilder()
                        .setContent(ByteString.copyFrom(signature))
                        .setVerifier(verifier))
                .build());
  }

  private static Bundle verified(Instance instance, String json)
      throws MalformedBundle, NotVerified {
    Bundle bundle = Bundle.parse(json.getBytes(StandardCharsets.UTF_8));
    new OfflineVerifier(instance.root()).verify(bundle, Instant.now());
    return bundle;
  }

  private static byte[] sha256(byte[] data) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(data);
  }
}
