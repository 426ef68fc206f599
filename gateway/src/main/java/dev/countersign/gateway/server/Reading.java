package dev.countersign.gateway.server;

import static dev.countersign.gateway.config.McpConfig.ANYBODY;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.key.KeyPairs;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.gateway.config.ConfigReader;
import dev.countersign.gateway.config.GatewayConfig;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.config.UpstreamConfig;
import dev.countersign.model.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration, and the trust and the key that it names. */
final class Reading {
  private final TrustSource trust;

  Reading(TrustSource trust) {
    this.trust = trust;
  }

  GatewayConfig config(Path file) throws Unusable {
    ConfigReader.Result result = ConfigReader.read(file);
    GatewayConfig config =
        result
            .config()
            .orElseThrow(() -> new Unusable(ProblemText.render(result.problems()).stripTrailing()));
    requireTools(config);
    return config;
  }

  /** What holds for servers of tools together with the rest of the configuration. */
  private static void requireTools(GatewayConfig config) throws Unusable {
    Set<String> paths = new HashSet<>();
    boolean certificates = config.listen().tls().flatMap(Listen.Tls::clients).isPresent();
    for (UpstreamConfig upstream : config.upstreams()) {
      Optional<McpConfig> mcp = upstream.mcp();
      if (mcp.isPresent() && !paths.add(mcp.get().path())) {
        throw new Unusable(
            "upstreams.%s: the path %s is another one's. Choose one by mcp.path."
                .formatted(upstream.name(), mcp.get().path()));
      }
      boolean named =
          mcp.isPresent() && mcp.get().hosts().stream().anyMatch(one -> !one.equals(ANYBODY));
      if (named && !certificates) {
        throw new Unusable(
            "upstreams.%s: mcp.hosts names clients, and nothing proves their names. Ask for certificates by listen.tls.clients."
                .formatted(upstream.name()));
      }
    }
  }

  TrustPolicy trust(GatewayConfig config) throws Unusable {
    return config.trust().isPresent()
        ? trust.read(config.trust().get())
        : TrustPolicy.nobody("no trust: in " + config.file());
  }

  static Optional<Signer> signer(GatewayConfig config) throws Unusable {
    if (config.heartbeats().isEmpty()) {
      return Optional.empty();
    }
    Path file = config.heartbeats().get().key();
    try {
      PrivateKey key = PrivateKeys.read(file, () -> new char[0]);
      return Optional.of(Signers.key(key, KeyPairs.publicKey(key)));
    } catch (UnusableKey | IllegalArgumentException wrong) {
      throw new Unusable("The key of the heartbeats, " + file + ": " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Unusable("The key of the heartbeats, " + file + ", cannot be read.");
    }
  }
}
