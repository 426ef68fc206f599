package dev.countersign.attest.sigstore;

import dev.countersign.attest.SigstoreService.SigningOptions;
import dev.sigstore.SigningConfigProvider;
import dev.sigstore.TrustedRootProvider;
import dev.sigstore.trustroot.Service;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreSigningConfig;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import java.util.List;

/**
 * The services that sign, and the root that their work is verified by.
 *
 * @param services where they are
 * @param root by which the result is verified
 */
record Instance(SigstoreSigningConfig services, SigstoreTrustedRoot root) {
  /** As the options say; what they leave open is fetched. */
  static Instance of(SigningOptions options) throws SigstoreConfigurationException {
    SigningConfigProvider services =
        options
            .signingConfig()
            .map(SigningConfigProvider::from)
            .orElseGet(() -> SigningConfigProvider.from(PublishedRoot.client(options.staging())));
    TrustedRootProvider root =
        options
            .trustedRoot()
            .map(TrustedRootProvider::from)
            .orElseGet(() -> TrustedRootProvider.from(PublishedRoot.client(options.staging())));
    return new Instance(services.get(), root.get());
  }

  Service authority() {
    return select(services.getCas(), 1);
  }

  /** Only version 2 of the log takes envelopes from this library. */
  Service log() {
    return select(services.getTLogs(), 2);
  }

  Service timestamps() {
    return select(services.getTsas(), 1);
  }

  Service openId() {
    return select(services.getOidcProviders(), 1);
  }

  private static Service select(List<Service> services, int version) {
    return Service.select(services, List.of(version))
        .orElseThrow(() -> new IllegalStateException("the instance offers no such service"));
  }
}
