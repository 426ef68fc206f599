package dev.countersign.gateway.grpc;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes connections at once that are more than there may be; the library has no limit for them.
 */
final class LimitedServerChannel extends NioServerSocketChannel {
  private final AtomicInteger open = new AtomicInteger();
  private final int most;

  LimitedServerChannel(int most) {
    this.most = most;
  }

  @Override
  protected int doReadMessages(List<Object> into) throws Exception {
    int accepted = super.doReadMessages(into);
    if (accepted == 1 && into.getLast() instanceof Channel channel) {
      if (open.get() >= most) {
        into.removeLast();
        channel.unsafe().closeForcibly();
      } else {
        open.incrementAndGet();
        var _ = channel.closeFuture().addListener(_ -> open.decrementAndGet());
      }
    }
    return accepted;
  }
}
