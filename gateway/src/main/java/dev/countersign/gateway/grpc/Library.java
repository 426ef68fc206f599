package dev.countersign.gateway.grpc;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Says to the library that speaks gRPC what it may do, before it is first used. */
final class Library {
  private static final String NETTY = "io.grpc.netty.shaded.io.netty.";

  /** Loggers are forgotten, with what they were told, when nobody holds them. */
  private static final Logger LOGGER = Logger.getLogger("io.grpc");

  private Library() {}

  /**
   * Keeps it from loading the native code that it brings, so that what a client sends is read by
   * Java alone, the same on every system; and from logging, in the whole process: it writes a stack
   * trace for each message that is too large, and whoever likes could fill a disk with those.
   */
  static void prepare() {
    System.setProperty(NETTY + "transport.noNative", "true");
    System.setProperty(NETTY + "handler.ssl.noOpenSsl", "true");
    LOGGER.setLevel(Level.OFF);
  }
}
