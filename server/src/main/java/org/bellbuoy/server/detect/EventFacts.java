package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.server.event.WindowsEvent;

/**
 * Facts from Windows events: processes that web processes started, files they wrote, view state,
 * modules, Exchange's commands. Not thread safe; each thread has one of its own, merged in the
 * order of the events.
 */
public final class EventFacts {
  /** After a sign, so that the same process in two logs is counted once. */
  private static final String AGAIN = ":4688";

  private final CaseBook book = new CaseBook();

  /** Takes one event. Never throws for what it holds. */
  public void accept(WindowsEvent event) {
    EventNotes notes =
        (sign, state, subject, quote) -> {
          String cut = SecretText.cut(subject, 256);
          String kind = sign.name() + (event.eventId() == 4688 ? AGAIN : "");
          book.take(kind, state, cut, Traces.of(event, quote));
        };
    switch (event.eventId()) {
      case 1, 3, 4688 -> {
        ProcessEvents.check(event, notes);
        ExchangeEvents.check(event, notes);
      }
      case 11 -> FileEvents.check(event, notes);
      case 29 -> IisEvents.check(event, notes);
      case 1316 -> ViewStateEvents.check(event, notes);
      default -> ExchangeEvents.check(event, notes);
    }
  }

  /** Adds another of events that come after these, which is not used again. Associative. */
  public void merge(EventFacts later) {
    book.merge(later.book);
  }

  /** Events that were relevant but for which there was no room. */
  public long dropped() {
    return book.dropped();
  }

  /** Clients whose view state was called invalid though its MAC had passed. */
  public Set<String> invalidViewStateClients() {
    return clients(Set.of(EventSign.VIEW_STATE_INVALID.name()));
  }

  /** Clients whose view state failed the integrity check: they do not hold the key. */
  public Set<String> refusedViewStateClients() {
    return clients(Set.of(EventSign.VIEW_STATE_MAC.name(), EventSign.VIEW_STATE_FORGED.name()));
  }

  private Set<String> clients(Set<String> signs) {
    Set<String> clients = new TreeSet<>();
    book.byClient(signs::contains)
        .keySet()
        .forEach(
            client -> {
              if (!client.isEmpty()) {
                clients.add(client);
              }
            });
    return clients;
  }

  /** The facts: one for each sign and what it is about. */
  public List<ServerFact> facts() {
    Map<String, List<Case>> bySubject = new TreeMap<>();
    book.byClient(kind -> true)
        .forEach(
            (subject, cases) -> {
              for (Case one : cases) {
                String sign = sign(one).name();
                bySubject.computeIfAbsent(sign + "\n" + subject, s -> new ArrayList<>()).add(one);
              }
            });
    Set<String> scripts = writtenScripts();
    List<ServerFact> facts = new ArrayList<>();
    bySubject.forEach(
        (key, cases) -> {
          String subject = cases.getFirst().key.client();
          if (sign(cases.getFirst()) != EventSign.COMPILED
              || scripts.contains(subject.toLowerCase(Locale.ROOT))) {
            facts.add(fact(subject, cases));
          }
        });
    return facts;
  }

  private static EventSign sign(Case one) {
    return EventSign.valueOf(one.key.kind().replace(AGAIN, ""));
  }

  private Set<String> writtenScripts() {
    Set<String> names = new TreeSet<>();
    book.byClient(kind -> kind.startsWith("SCRIPT_BY"))
        .keySet()
        .forEach(file -> names.add(EventText.fileName(file)));
    return names;
  }

  private static ServerFact fact(String subject, List<Case> cases) {
    EventSign sign = sign(cases.getFirst());
    List<Case> counted = cases.stream().filter(c -> !c.key.kind().endsWith(AGAIN)).toList();
    boolean twice = !counted.isEmpty() && counted.size() < cases.size();
    FactOf fact =
        new FactOf(ServerRules.EVENT.id(), counted.isEmpty() ? cases : counted)
            .strength(sign.strength())
            .about("technique", sign.technique())
            .about(aboutName(sign), subject);
    fact.reason(sign.technique(), sign.sentence());
    if (twice) {
      fact.reason("security-log", "The Security log tells the same");
    }
    return fact.make();
  }

  private static String aboutName(EventSign sign) {
    return switch (sign) {
      case PASSWORDS, LISTING -> "account";
      case SHELL_CHILD,
          OTHER_CHILD,
          POOL_ACCOUNT,
          DIRECTORY_SCRIPT,
          EXPORT_SCRIPT,
          EXPORT_ROLE,
          CERTIFICATE_SCRIPT,
          TRANSPORT_AGENT ->
          "command";
      case SCRIPT_BY_SERVER,
          SCRIPT_BY_SHARE,
          SCRIPT_BY_OTHER,
          CONFIG_WRITTEN,
          AGENT_CONFIG,
          COMPILED ->
          "file";
      case LOCAL_TUNNEL, FILE_SHARE -> "destination";
      case VIEW_STATE_INVALID, VIEW_STATE_FORGED, VIEW_STATE_MAC -> "client";
      case MODULE -> "module";
      case LOGGING_OFF, UNIFIED_MESSAGING -> "host";
    };
  }
}
