package dev.countersign.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's, where that is a plain word, otherwise one of our own. */
public final class RequestId {
  /** The header, and the key of metadata, that holds it. */
  public static final String HEADER = "x-request-id";

  private static final int MOST = 64;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]+");

  private RequestId() {}

  /** The id for a request that came with this one, or with none. */
  public static String of(@Nullable String given) {
    if (given != null && given.length() <= MOST && FORM.matcher(given).matches()) {
      return given;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return HexFormat.of().toHexDigits(random.nextLong())
        + HexFormat.of().toHexDigits(random.nextLong());
  }
}
