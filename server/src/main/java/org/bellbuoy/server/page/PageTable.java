package org.bellbuoy.server.page;

import static org.bellbuoy.server.log.WebRow.NO_TIME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one server: what each answered, to whom, how it was asked. Rows of Exchange's own
 * logs are left out: they tell the same requests again. A row answered with 2xx, 3xx, 500 or more,
 * or without a status counts for its page; any other for what was refused, of which only hashes are
 * kept.
 *
 * <p>Memory: {@code mostPages} pages in full, some 1000 bytes each, and a quarter more while
 * filling; refusals of 65,536 paths and counts of 65,536 clients, some 100 bytes each while
 * filling. Where there are more, those with the smallest keys stay, scripts before pages without an
 * ending and files last, so that what stays does not depend on where the log was cut. What was
 * dropped is counted. Not thread safe.
 */
public final class PageTable implements RowAggregate<PageTable> {
  /** Pages kept unless told otherwise. */
  public static final int MOST_PAGES = 40_000;

  private static final int MOST_REFUSED = 65_536;
  private static final int MOST_CLIENTS = 65_536;

  private final int mostPages;
  private @Nullable Page[] table = new Page[1024];
  private int size;
  private long limit = -1;
  private final Refusals refusals;
  private final Refusals clients;
  private final UrlPath path = new UrlPath();
  private final UrlPath refererPath = new UrlPath();
  private long answered;
  private long rows;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = NO_TIME;

  /** An empty table with room for {@link #MOST_PAGES}. */
  public PageTable() {
    this(MOST_PAGES);
  }

  /** An empty table with room for so many pages. */
  public PageTable(int mostPages) {
    this(mostPages, MOST_REFUSED, MOST_CLIENTS);
  }

  private PageTable(int mostPages, int mostRefused, int mostClients) {
    this.mostPages = mostPages;
    refusals = new Refusals(mostRefused);
    clients = new Refusals(mostClients);
  }

  /**
   * A table with its share of what may be kept of so many servers together: twice what is kept of
   * one, but never less than 1,000 pages and 4,096 refusals and clients.
   */
  public static PageTable ofFleet(int servers) {
    return new PageTable(
        share(MOST_PAGES, servers, 1_000),
        share(MOST_REFUSED, servers, 4_096),
        share(MOST_CLIENTS, servers, 4_096));
  }

  private static int share(int most, int servers, int least) {
    return Math.clamp(2L * most / servers, least, most);
  }

  @Override
  public void row(WebRow row) {
    if ((row.kind != LogKind.W3C && row.kind != LogKind.ACCESS) || !row.isPresent(WebField.STEM)) {
      return;
    }
    rows++;
    if (row.epochMillis != NO_TIME) {
      firstMillis = Math.min(firstMillis, row.epochMillis);
      lastMillis = Math.max(lastMillis, row.epochMillis);
    }
    path.read(row.bytes, row.start[WebField.STEM.ordinal()], row.end[WebField.STEM.ordinal()]);
    long hash = path.pageHash();
    long key = key(hash, path.isScript(), path.hasEnding());
    long client = Clients.hash(row);
    clients.add(clientKey(client), row.status, row.epochMillis);
    if (!isAnswer(row.status)) {
      refusals.add(key, row.status, row.epochMillis);
      return;
    }
    answered++;
    Page page = pageFor(key, hash);
    if (page != null) {
      page.take(row, client, refererPath);
    }
  }

  private static boolean isAnswer(int status) {
    return status == WebRow.UNKNOWN || (status >= 200 && status < 400) || status >= 500;
  }

  /** Scripts first, then what has no ending, then other files; within these by hash. */
  static long key(long hash, boolean script, boolean ending) {
    long order = script ? 0 : ending ? 2 : 1;
    long key = order << 62 | hash >>> 2;
    return key == 0 ? 1 : key;
  }

  private static long clientKey(long hash) {
    return Math.max(1, hash >>> 2);
  }

  private static long key(Page page) {
    return key(page.hash, page.script, page.ending);
  }

  private @Nullable Page pageFor(long key, long hash) {
    if (Long.compareUnsigned(key, limit) > 0) {
      return null;
    }
    int mask = table.length - 1;
    int at = (int) (hash >>> 20) & mask;
    for (Page page = table[at]; page != null; page = table[at]) {
      if (page.hash == hash && path.pageIs(page.path)) {
        return page;
      }
      at = (at + 1) & mask;
    }
    Page page = new Page(path, hash);
    table[at] = page;
    size++;
    makeRoom();
    return page;
  }

  private void makeRoom() {
    if (2 * size <= table.length) {
      return;
    }
    if (size > mostPages + mostPages / 4) {
      prune();
      if (2 * size <= table.length) {
        return;
      }
    }
    rehash(2 * table.length);
  }

  private void rehash(int capacity) {
    @Nullable Page[] old = table;
    table = new Page[capacity];
    size = 0;
    for (Page page : old) {
      if (page != null && Long.compareUnsigned(key(page), limit) <= 0) {
        put(page);
      }
    }
  }

  private void put(Page page) {
    int mask = table.length - 1;
    int at = (int) (page.hash >>> 20) & mask;
    while (table[at] != null) {
      at = (at + 1) & mask;
    }
    table[at] = page;
    size++;
  }

  private void prune() {
    if (size <= mostPages) {
      return;
    }
    long[] keys = new long[size];
    int n = 0;
    for (Page page : table) {
      if (page != null) {
        keys[n++] = key(page) ^ Long.MIN_VALUE;
      }
    }
    Arrays.sort(keys);
    limit = keys[mostPages - 1] ^ Long.MIN_VALUE;
    rehash(table.length);
  }

  @Override
  public void merge(PageTable later) {
    answered += later.answered;
    rows += later.rows;
    firstMillis = Math.min(firstMillis, later.firstMillis);
    lastMillis = Math.max(lastMillis, later.lastMillis);
    refusals.merge(later.refusals);
    clients.merge(later.clients);
    if (Long.compareUnsigned(later.limit, limit) < 0) {
      limit = later.limit;
    }
    for (Page page : later.table) {
      if (page != null && Long.compareUnsigned(key(page), limit) <= 0) {
        mergePage(page);
      }
    }
  }

  private void mergePage(Page page) {
    int mask = table.length - 1;
    int at = (int) (page.hash >>> 20) & mask;
    for (Page mine = table[at]; mine != null; mine = table[at]) {
      if (mine.hash == page.hash && Arrays.equals(mine.path, page.path)) {
        mine.merge(page);
        return;
      }
      at = (at + 1) & mask;
    }
    table[at] = page;
    size++;
    makeRoom();
  }

  /** The pages that pass, by path. Cost: a walk over all. */
  public List<Page> pages(Predicate<Page> wanted) {
    settle();
    List<Page> pages = new ArrayList<>();
    for (Page page : table) {
      if (page != null && wanted.test(page)) {
        pages.add(page);
      }
    }
    pages.sort(Comparator.comparing(page -> page.path, Arrays::compareUnsigned));
    return pages;
  }

  /**
   * Leaves as many as there is room for, so that what is told does not depend on when. May be
   * called early to save memory.
   */
  public void settle() {
    rehash(table.length);
    prune();
    refusals.settle();
    clients.settle();
  }

  /** Rows with a path. */
  public long rows() {
    return rows;
  }

  /** First time in the log, {@link WebRow#NO_TIME}. */
  public long firstMillis() {
    return firstMillis == Long.MAX_VALUE ? NO_TIME : firstMillis;
  }

  /** Last time in the log, {@link WebRow#NO_TIME}. */
  public long lastMillis() {
    return lastMillis;
  }

  /** Answers of pages for which there was no room. */
  public long droppedAnswers() {
    settle();
    long kept = 0;
    for (Page page : table) {
      kept += page == null ? 0 : page.requests;
    }
    return answered - kept;
  }

  /** How often the page was not found; 0 where never or not kept. */
  public long notFound(Page page) {
    return refusals.missing(key(page));
  }

  /** When the page was first not found; {@link WebRow#NO_TIME} where never or not kept. */
  public long firstNotFoundMillis(Page page) {
    long first = refusals.firstMissing(key(page));
    return first == Long.MAX_VALUE ? NO_TIME : first;
  }

  /** How often the page answered 401 or 403; 0 where never or not kept. */
  public long denied(Page page) {
    return refusals.denied(key(page));
  }

  /** Most paths that any of the page's clients, as far as counted, did not find. */
  long notFoundByClients(Page page) {
    long most = 0;
    for (long client : page.clients.hashes()) {
      most = Math.max(most, clients.missing(clientKey(client)));
    }
    return most;
  }

  /** Requests of the page's clients, as far as counted one by one, for anything. */
  long requestsOfClients(Page page) {
    long sum = 0;
    for (long client : page.clients.hashes()) {
      sum += clients.asked(clientKey(client));
    }
    return sum;
  }

  /** Paths refused that are kept. */
  int refusedKept() {
    return refusals.size();
  }
}
