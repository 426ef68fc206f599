package dev.countersign.attest.hash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Hashes windows of files where they lie in the page cache. Reading them into a buffer first takes
 * a copy more, about a twentieth of the time that hashing takes with the processor's instructions
 * (benchmarks/README.md). Only Java 22 and later can let go of a window at once; without that, a
 * model would stay mapped as a whole. It is reached by reflection, since this module is compiled
 * for Java 17.
 */
final class Mapping {
  private static final Optional<Mapping> INSTALLED = find();

  private final Method newArena;
  private final Method map;
  private final Method asByteBuffer;

  private Mapping(Class<?> arena, Class<?> segment) throws NoSuchMethodException {
    newArena = arena.getMethod("ofConfined");
    map = FileChannel.class.getMethod("map", MapMode.class, long.class, long.class, arena);
    asByteBuffer = segment.getMethod("asByteBuffer");
  }

  /** Empty if this Java cannot. */
  static Optional<Mapping> installed() {
    return INSTALLED;
  }

  /**
   * Goes on with a digest over a window.
   *
   * @throws ChangedFile if the file became shorter meanwhile
   */
  void update(MessageDigest digest, FileChannel channel, FileToHash file, long start, long bytes)
      throws IOException {
    try (AutoCloseable arena = (AutoCloseable) newArena.invoke(null)) {
      Object window = map.invoke(channel, MapMode.READ_ONLY, start, bytes, arena);
      digest.update((ByteBuffer) asByteBuffer.invoke(window));
    } catch (InternalError fault) {
      // So Java says that a page is not there any more.
      throw new ChangedFile(file.name());
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    } catch (IOException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Optional<Mapping> find() {
    if (Runtime.version().feature() < 22) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Mapping(
              Class.forName("java.lang.foreign.Arena"),
              Class.forName("java.lang.foreign.MemorySegment")));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
