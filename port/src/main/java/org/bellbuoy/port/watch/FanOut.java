package org.bellbuoy.port.watch;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.packet.PacketView;

/**
 * Shows one reading to many detectors. Where one listens it is called at once; where nobody does,
 * the call is empty.
 */
public final class FanOut {
  private FanOut() {}

  /** Listeners that pass on to all of these, in their order. */
  public static PortReading.Listeners of(List<PortDetector> detectors) {
    return new PortReading.Listeners(
        operations(listening(detectors, PortDetector::operations)),
        attributes(listening(detectors, PortDetector::attributes)),
        packets(listening(detectors, PortDetector::packets)),
        conversations(listening(detectors, PortDetector::conversations)));
  }

  private static <T> List<T> listening(
      List<PortDetector> detectors,
      Function<PortDetector, @org.jspecify.annotations.Nullable T> of) {
    return detectors.stream().<T>mapMulti((d, out) -> add(of.apply(d), out)).toList();
  }

  private static <T> void add(
      @org.jspecify.annotations.Nullable T listener, java.util.function.Consumer<T> out) {
    if (listener != null) {
      out.accept(Objects.requireNonNull(listener));
    }
  }

  private static OperationSink operations(List<OperationSink> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    OperationSink[] each = all.toArray(OperationSink[]::new);
    return (Operation operation) -> {
      for (OperationSink one : each) {
        one.operation(operation);
      }
    };
  }

  private static AttributeSink attributes(List<AttributeSink> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    AttributeSink[] each = all.toArray(AttributeSink[]::new);
    return (Attribute attribute) -> {
      for (AttributeSink one : each) {
        one.attribute(attribute);
      }
    };
  }

  private static PacketListener packets(List<PacketListener> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    PacketListener[] each = all.toArray(PacketListener[]::new);
    return new PacketListener() {
      @Override
      public void packet(PacketView view, FrameMark mark) {
        for (PacketListener one : each) {
          one.packet(view, mark);
        }
      }

      @Override
      public void duplicate(PacketView view, FrameMark mark) {
        for (PacketListener one : each) {
          one.duplicate(view, mark);
        }
      }
    };
  }

  private static ConversationListener conversations(List<ConversationListener> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    ConversationListener[] each = all.toArray(ConversationListener[]::new);
    return new ConversationListener() {
      @Override
      public void opened(Conversation conversation) {
        for (ConversationListener one : each) {
          one.opened(conversation);
        }
      }

      @Override
      public void identified(Conversation conversation) {
        for (ConversationListener one : each) {
          one.identified(conversation);
        }
      }

      @Override
      public boolean payload(
          Conversation conversation,
          Direction direction,
          byte[] buffer,
          int offset,
          int length,
          FrameMark mark) {
        boolean more = false;
        for (ConversationListener one : each) {
          more |= one.payload(conversation, direction, buffer, offset, length, mark);
        }
        return more;
      }

      @Override
      public void closed(Conversation conversation) {
        for (ConversationListener one : each) {
          one.closed(conversation);
        }
      }
    };
  }
}
