package dev.countersign.gateway.server;

import dev.countersign.gateway.config.Address;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.grpc.GrpcPort;
import dev.countersign.gateway.proxy.ClientNames;
import dev.countersign.gateway.proxy.Router;
import dev.countersign.gateway.proxy.Shared;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Opens the port of gRPC with the address and the TLS of the port of HTTP. */
final class GrpcPorts {
  private GrpcPorts() {}

  /**
   * Opens it.
   *
   * @param listen that names a port of gRPC
   * @throws Unusable if the port is taken, or TLS cannot be spoken with what there is
   */
  static GrpcPort open(
      Listen listen,
      Shared shared,
      Supplier<Router> router,
      ClientNames names,
      BooleanSupplier serving)
      throws Unusable {
    Address address = new Address(listen.address().host(), listen.grpcPort().orElseThrow());
    Optional<GrpcPort.Tls> tls =
        listen.tls().isPresent() ? Optional.of(tls(listen.tls().get())) : Optional.empty();
    return GrpcPort.open(address, tls, shared, router, names, serving);
  }

  private static GrpcPort.Tls tls(Listen.Tls files) throws Unusable {
    return new GrpcPort.Tls(
        TlsFiles.keyManagers(files),
        files.clients().isPresent()
            ? Optional.of(TlsFiles.trustManagers(files.clients().get()))
            : Optional.empty());
  }
}
