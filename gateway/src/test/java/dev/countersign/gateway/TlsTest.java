package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.gateway.server.TrustSource;
import io.grpc.ChannelCredentials;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, and clients that have to show a certificate. */
class TlsTest {
  private static final KeyPair AUTHORITY = NewKeys.generate(KeyKind.P256);
  private static final KeyPair SERVER = NewKeys.generate(KeyKind.P256);
  private static final KeyPair CLIENT = NewKeys.generate(KeyKind.P256);

  @TempDir Path folder;

  private static X509Certificate certificate(String name, KeyPair key, boolean authority)
      throws Exception {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal("CN=authority"),
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)),
            new X500Principal("CN=" + name),
            key.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(AUTHORITY.getPrivate())));
  }

  private void write(String name, X509Certificate certificate) throws Exception {
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private static TrustManagerFactory trust(X509Certificate authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    return trust;
  }

  private static KeyManagerFactory keys(X509Certificate authority) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "client",
        CLIENT.getPrivate(),
        new char[0],
        new X509Certificate[] {certificate("ada", CLIENT, false), authority});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, new char[0]);
    return keys;
  }

  private static HttpClient client(X509Certificate authority, boolean withCertificate)
      throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        withCertificate ? keys(authority).getKeyManagers() : null,
        trust(authority).getTrustManagers(),
        null);
    return HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_1_1).build();
  }

  @Test
  void onlyClientsWithACertificateAreServedAndTheLogNamesThem() throws Exception {
    X509Certificate authority = certificate("authority", AUTHORITY, true);
    write("ca.pem", authority);
    write("server.pem", certificate("gateway", SERVER, false));
    Files.write(folder.resolve("server.key.pem"), NewKeys.pem(SERVER.getPrivate()));
    try (FakeUpstream upstream = new FakeUpstream()) {
      Path file = folder.resolve("gateway.yaml");
      Files.writeString(
          file,
          """
          countersign-gateway: 1
          listen: { port: 0, tls: { key: server.key.pem, certificate: server.pem, clients: ca.pem } }
          admin: { port: 0 }
          log: { file: log.jsonl, content: full }
          upstreams:
            chat: { protocol: openai, url: '%s' }
          """
              .formatted(upstream.url()));
      try (Gateway gateway = Gateway.start(file, TrustSource::key, new FakeGates(), note -> {});
          HttpClient known = client(authority, true);
          HttpClient stranger = client(authority, false)) {
        for (int i = 0; i < 500 && !gateway.isReady(); i++) {
          Thread.sleep(10);
        }
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create("https://127.0.0.1:" + gateway.port() + "/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\",\"messages\":[]}"))
                .build();
        assertThat(known.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
        assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.ofString()))
            .isInstanceOf(IOException.class);
      }
    }
    assertThat(Files.readString(folder.resolve("log.jsonl"))).contains("\"client\":\"CN=ada\"");
  }

  private static ChannelCredentials credentials(X509Certificate authority, boolean withCertificate)
      throws Exception {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder().trustManager(trust(authority).getTrustManagers());
    if (withCertificate) {
      credentials.keyManager(keys(authority).getKeyManagers());
    }
    return credentials.build();
  }

  @Test
  void thePortOfGrpcAsksForTheSameCertificates() throws Exception {
    X509Certificate authority = certificate("authority", AUTHORITY, true);
    write("ca.pem", authority);
    write("server.pem", certificate("gateway", SERVER, false));
    Files.write(folder.resolve("server.key.pem"), NewKeys.pem(SERVER.getPrivate()));
    try (FakeUpstream rest = new FakeUpstream();
        FakeGrpcUpstream upstream = new FakeGrpcUpstream()) {
      Path file = folder.resolve("gateway.yaml");
      Files.writeString(
          file,
          """
          countersign-gateway: 1
          listen: { port: 0, grpc-port: 0, tls: { key: server.key.pem, certificate: server.pem, clients: ca.pem } }
          admin: { port: 0 }
          log: { file: log.jsonl, content: full }
          upstreams:
            scorer: { protocol: oip-v2, url: '%s', grpc: '%s' }
          """
              .formatted(rest.url(), upstream.address()));
      try (Gateway gateway = Gateway.start(file, TrustSource::key, new FakeGates(), note -> {})) {
        for (int i = 0; i < 500 && !gateway.isReady(); i++) {
          Thread.sleep(10);
        }
        int port = gateway.grpcPort().orElseThrow();
        byte[] ask = Oip.request("model_name: 'fraud'");
        try (GrpcClient known = grpc(port, credentials(authority, true));
            GrpcClient stranger = grpc(port, credentials(authority, false));
            GrpcClient plain = new GrpcClient(port)) {
          assertThat(known.call(GrpcClient.INFER, ask)).isEmpty();
          assertThatThrownBy(() -> stranger.call(GrpcClient.INFER, ask))
              .isInstanceOf(StatusRuntimeException.class);
          assertThatThrownBy(() -> plain.call(GrpcClient.INFER, ask))
              .isInstanceOf(StatusRuntimeException.class);
        }
        assertThat(upstream.asked).hasSize(1);
      }
    }
    assertThat(Files.readString(folder.resolve("log.jsonl"))).contains("\"client\":\"CN=ada\"");
  }

  private static GrpcClient grpc(int port, ChannelCredentials credentials) {
    return new GrpcClient(NettyChannelBuilder.forAddress("127.0.0.1", port, credentials));
  }
}
