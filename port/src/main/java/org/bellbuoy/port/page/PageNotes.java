package org.bellbuoy.port.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.identity.IdentityReading;
import org.bellbuoy.port.inventory.Inventory;
import org.bellbuoy.port.inventory.InventoryBuilder;
import org.bellbuoy.port.inventory.MacPrefixes;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Listens as a detector does but tells no facts: it takes notes of who is there and who speaks to
 * whom, and makes sections of the page of them. Bounded as {@link InventoryBuilder}, 16,384 pairs
 * and 1,024 actors are. Use it for one reading; not thread safe.
 */
public final class PageNotes implements PortDetector, ConversationListener {
  private final InventoryBuilder inventory = new InventoryBuilder();
  private final Talks talks = new Talks();
  private final OperationTimes times = new OperationTimes();
  private final IdentityReading identity;
  private @Nullable Inventory built;

  /**
   * Empty notes.
   *
   * @param rejects where messages go in which devices tell of themselves and that cannot be read
   */
  public PageNotes(Consumer<Reject> rejects) {
    this.identity = new IdentityReading(inventory, rejects, inventory);
  }

  /** Decoders with those added by which devices tell of themselves. */
  public Decoders with(Decoders decoders) {
    return identity.with(decoders);
  }

  @Override
  public OperationSink operations() {
    return operation -> {
      inventory.operation(operation);
      talks.operation(operation);
      times.operation(operation);
    };
  }

  @Override
  public AttributeSink attributes() {
    return inventory;
  }

  @Override
  public PacketListener packets() {
    return inventory;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public void opened(Conversation conversation) {
    identity.opened(conversation);
  }

  @Override
  public void identified(Conversation conversation) {
    identity.identified(conversation);
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    return identity.payload(conversation, direction, buffer, offset, length, mark);
  }

  @Override
  public void closed(Conversation conversation) {
    identity.closed(conversation);
    talks.closed(conversation);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  /**
   * The picture of the network; once the reading has ended.
   *
   * @param findings the gravest first
   */
  public Section network(List<Finding> findings, ZoneNames zones, Networks networks) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new NetworkView(new Hosts(built().devices()), talks.all(), findings)
            .picture(zones, networks));
    if (talks.leftOut() > 0) {
      blocks.add(
          new Paragraph(
              talks.leftOut()
                  + " conversations and operations are not in the picture, for there were too many"
                  + " pairs.",
              Tone.WARNING));
    }
    return new Section("The network", blocks);
  }

  /**
   * The table of devices; once the reading has ended.
   *
   * @param sources names of inputs by their index
   */
  public Section devices(List<String> sources) {
    return new Section("Devices", DeviceTable.of(built(), sources));
  }

  /** All devices that were seen; once the reading has ended. */
  public Inventory inventory() {
    return built();
  }

  private Inventory built() {
    Inventory known = built;
    if (known == null) {
      known = inventory.build(MacPrefixes.builtIn());
      built = known;
    }
    return known;
  }

  /** Operations over time; empty where there was none. */
  public List<Timeline> times() {
    List<Timeline> told = new ArrayList<>();
    Timeline classes = times.byClass();
    Timeline actors = times.byActor();
    if (classes != null) {
      told.add(classes);
    }
    if (actors != null) {
      told.add(actors);
    }
    return told;
  }
}
