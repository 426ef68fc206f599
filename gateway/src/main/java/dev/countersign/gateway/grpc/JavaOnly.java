package dev.countersign.gateway.grpc;

/**
 * Keeps the library from loading the native code that it brings: what a client may send is read by
 * Java alone, the same on every system.
 */
final class JavaOnly {
  private static final String SHADED = "io.grpc.netty.shaded.io.netty.";

  private JavaOnly() {}

  /** Says so, before the library is first used. */
  static void ensure() {
    System.setProperty(SHADED + "transport.noNative", "true");
    System.setProperty(SHADED + "handler.ssl.noOpenSsl", "true");
  }
}
