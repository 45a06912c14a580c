package org.bellbuoy.server.page;

import static org.bellbuoy.server.log.WebRow.NO_TIME;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one page of one server from the requests that it answered: with 2xx, 3xx, 500 or
 * a status not told. Nothing of it depends on the order of rows but the samples and the gaps, which
 * follow it. What only a page of few clients is asked for is dropped once it has more than {@link
 * #FEW_CLIENTS}.
 */
public final class Page {
  /** Up to so many clients, details and samples are kept. */
  public static final int FEW_CLIENTS = 3;

  static final int CLIENTS_COUNTED = 12;
  private static final int AGENTS_COUNTED = 4;
  private static final int QUERIES_COUNTED = 4;
  private static final int DAYS_COUNTED = 32;
  private static final int GAP_CLASSES = 18;
  private static final long DAY_MILLIS = 86_400_000;

  final byte[] path;
  final long hash;
  final boolean script;
  final boolean ending;

  long requests;
  long posts;
  long firstMillis = Long.MAX_VALUE;
  long lastMillis = NO_TIME;
  long timed;
  long succeeded;
  long redirected;
  long failed;
  long refererLogged;
  long withoutReferer;
  long agentLogged;
  long withoutAgent;
  long userLogged;
  long withUser;
  long bytesSent;
  long bytesSentLogged;
  long bytesReceived;
  long timeTakenMillis;
  long timeTakenLogged;
  long largestSent;
  int postSizes;
  int getSizes;
  int days;
  private int[] dayNumbers = new int[1];
  final SmallestHashes clients = new SmallestHashes(CLIENTS_COUNTED);

  // kept of pages of few clients only
  private @Nullable Detail detail = new Detail();

  /** What only rare pages are asked for. */
  private static final class Detail {
    long linked;
    long browserPosts;
    long selfReferred;
    final SmallestHashes queries = new SmallestHashes(QUERIES_COUNTED);
    long withQuery;
    final SmallestHashes agents = new SmallestHashes(AGENTS_COUNTED);
    final List<RowSample> samples = new ArrayList<>(1);
    @Nullable RowSample firstPost;
    long firstInOrder = NO_TIME;
    long lastInOrder = NO_TIME;
    final int[] gaps = new int[GAP_CLASSES];
  }

  Page(UrlPath path, long hash) {
    this.path = path.pageBytes();
    this.hash = hash;
    script = path.isScript();
    ending = path.hasEnding();
  }

  void take(WebRow row, long client, UrlPath refererPath) {
    requests++;
    boolean post = row.length(WebField.METHOD) == 4 && row.is(WebField.METHOD, "post");
    if (post) {
      posts++;
    }
    takeTime(row.epochMillis);
    takeStatus(row.status);
    takeSizes(row, post);
    boolean hasReferer = row.isPresent(WebField.REFERER);
    if (row.has(WebField.REFERER)) {
      refererLogged++;
      withoutReferer += hasReferer ? 0 : 1;
    }
    boolean hasAgent = row.isPresent(WebField.USER_AGENT);
    if (row.has(WebField.USER_AGENT)) {
      agentLogged++;
      withoutAgent += hasAgent ? 0 : 1;
    }
    if (row.has(WebField.USERNAME)) {
      userLogged++;
      withUser += row.isPresent(WebField.USERNAME) ? 1 : 0;
    }
    boolean newClient = clients.add(client);
    Detail d = detail;
    if (d == null) {
      return;
    }
    if (isManyClients()) {
      detail = null;
      return;
    }
    if (newClient) {
      d.samples.add(RowSample.of(row));
    }
    if (post && d.firstPost == null) {
      d.firstPost = RowSample.of(row);
    }
    if (post && hasAgent && !hasReferer && isBrowser(row)) {
      d.browserPosts++;
    }
    if (hasReferer) {
      takeReferer(d, row, refererPath);
    }
    if (hasAgent) {
      int at = row.start[WebField.USER_AGENT.ordinal()];
      d.agents.add(ByteHash.of(row.bytes, at, row.end[WebField.USER_AGENT.ordinal()]));
    }
    takeQuery(d, row);
    takeGap(d, row.epochMillis, row.epochMillis);
  }

  private void takeTime(long millis) {
    if (millis == NO_TIME) {
      return;
    }
    timed++;
    firstMillis = Math.min(firstMillis, millis);
    lastMillis = Math.max(lastMillis, millis);
    addDay((int) Math.floorDiv(millis, DAY_MILLIS));
  }

  /** Keeps the first days only, so that it does not matter in which order they come. */
  private void addDay(int day) {
    if (days > 0 && dayNumbers[days - 1] < day && days == DAYS_COUNTED) {
      return;
    }
    int at = days;
    while (at > 0 && dayNumbers[at - 1] > day) {
      at--;
    }
    if (at > 0 && dayNumbers[at - 1] == day) {
      return;
    }
    if (days == DAYS_COUNTED) {
      days--;
    } else if (days == dayNumbers.length) {
      dayNumbers = Arrays.copyOf(dayNumbers, Math.min(DAYS_COUNTED, 2 * days));
    }
    System.arraycopy(dayNumbers, at, dayNumbers, at + 1, days - at);
    dayNumbers[at] = day;
    days++;
  }

  private void takeStatus(int status) {
    if (status >= 200 && status < 300) {
      succeeded++;
    } else if (status >= 300 && status < 400) {
      redirected++;
    } else if (status >= 500) {
      failed++;
    }
  }

  private void takeSizes(WebRow row, boolean post) {
    long sent = WebNumbers.of(row, WebField.BYTES_SENT);
    if (sent >= 0) {
      bytesSent += sent;
      bytesSentLogged++;
      largestSent = Math.max(largestSent, sent);
      if (row.status >= 200 && row.status < 300) {
        int size = 1 << Math.min(31, 64 - Long.numberOfLeadingZeros(sent));
        if (post) {
          postSizes |= size;
        } else {
          getSizes |= size;
        }
      }
    }
    bytesReceived += Math.max(0, WebNumbers.of(row, WebField.BYTES_RECEIVED));
    long taken = WebNumbers.of(row, WebField.TIME_TAKEN);
    if (taken >= 0) {
      timeTakenMillis += taken;
      timeTakenLogged++;
    }
  }

  /** Whether the agent calls itself a browser and no robot or library. */
  private static boolean isBrowser(WebRow row) {
    int at = row.start[WebField.USER_AGENT.ordinal()];
    return row.length(WebField.USER_AGENT) > 20
        && WebRow.lower(row.bytes[at]) == 'm'
        && row.contains(WebField.USER_AGENT, "mozilla/")
        && (row.contains(WebField.USER_AGENT, "gecko")
            || row.contains(WebField.USER_AGENT, "applewebkit")
            || row.contains(WebField.USER_AGENT, "trident"))
        && !row.contains(WebField.USER_AGENT, "bot")
        && !row.contains(WebField.USER_AGENT, "http");
  }

  private void takeReferer(Detail d, WebRow row, UrlPath refererPath) {
    if (!Referers.isSameSite(row)) {
      return;
    }
    Referers.readPath(row, refererPath);
    if (refererPath.pageIs(path)) {
      d.selfReferred++;
    } else if (!refererPath.pageEndsWith("/signout.aspx")) {
      // Who was signed out has no page left that could lead on: attacks name it, links do not.
      d.linked++;
    }
  }

  private static void takeQuery(Detail d, WebRow row) {
    long query = 1;
    if (row.isPresent(WebField.QUERY)) {
      int at = row.start[WebField.QUERY.ordinal()];
      query = ByteHash.of(row.bytes, at, row.end[WebField.QUERY.ordinal()]);
      d.withQuery++;
    }
    d.queries.add(query);
  }

  private static void takeGap(Detail d, long first, long last) {
    if (first == NO_TIME) {
      return;
    }
    if (d.lastInOrder == NO_TIME) {
      d.firstInOrder = first;
    } else {
      long seconds = Math.abs(first - d.lastInOrder) / 1000;
      d.gaps[Math.min(GAP_CLASSES - 1, 64 - Long.numberOfLeadingZeros(seconds))]++;
    }
    d.lastInOrder = last;
  }

  void merge(Page later) {
    requests += later.requests;
    posts += later.posts;
    firstMillis = Math.min(firstMillis, later.firstMillis);
    lastMillis = Math.max(lastMillis, later.lastMillis);
    timed += later.timed;
    succeeded += later.succeeded;
    redirected += later.redirected;
    failed += later.failed;
    refererLogged += later.refererLogged;
    withoutReferer += later.withoutReferer;
    agentLogged += later.agentLogged;
    withoutAgent += later.withoutAgent;
    userLogged += later.userLogged;
    withUser += later.withUser;
    bytesSent += later.bytesSent;
    bytesSentLogged += later.bytesSentLogged;
    bytesReceived += later.bytesReceived;
    timeTakenMillis += later.timeTakenMillis;
    timeTakenLogged += later.timeTakenLogged;
    largestSent = Math.max(largestSent, later.largestSent);
    postSizes |= later.postSizes;
    getSizes |= later.getSizes;
    for (int i = 0; i < later.days; i++) {
      addDay(later.dayNumbers[i]);
    }
    clients.merge(later.clients);
    Detail mine = detail;
    Detail other = later.detail;
    if (mine == null || other == null || isManyClients()) {
      detail = null;
      return;
    }
    mergeDetail(mine, other);
  }

  private static void mergeDetail(Detail mine, Detail other) {
    mine.linked += other.linked;
    mine.browserPosts += other.browserPosts;
    mine.selfReferred += other.selfReferred;
    mine.queries.merge(other.queries);
    mine.withQuery += other.withQuery;
    mine.agents.merge(other.agents);
    for (RowSample sample : other.samples) {
      if (mine.samples.stream().noneMatch(s -> s.client().equals(sample.client()))) {
        mine.samples.add(sample);
      }
    }
    if (mine.firstPost == null) {
      mine.firstPost = other.firstPost;
    }
    takeGap(mine, other.firstInOrder, other.lastInOrder);
    for (int i = 0; i < GAP_CLASSES; i++) {
      mine.gaps[i] += other.gaps[i];
    }
  }

  private boolean isManyClients() {
    return clients.count() > FEW_CLIENTS;
  }

  /** The page's path in one form: see {@link UrlPath}. Untrusted text. */
  public String path() {
    return new String(path, StandardCharsets.UTF_8);
  }

  /** Whether the server runs a file of that ending. */
  public boolean isScript() {
    return script;
  }

  /** Requests answered. */
  public long requests() {
    return requests;
  }

  /** Of these, by POST. */
  public long posts() {
    return posts;
  }

  /** First answer, {@link WebRow#NO_TIME} where no row tells a time. */
  public long firstMillis() {
    return timed == 0 ? NO_TIME : firstMillis;
  }

  /** Last answer, {@link WebRow#NO_TIME}. */
  public long lastMillis() {
    return lastMillis;
  }

  /** Days with answers, in UTC; 32 where there are 32 or more. */
  public int days() {
    return days;
  }

  /** Different clients answered: exact up to 12, an estimate beyond. */
  public long clients() {
    return clients.count();
  }

  /** Answers of 2xx. */
  public long succeeded() {
    return succeeded;
  }

  /** Whether some request named another page of this site as the one it came from. */
  public boolean isLinked() {
    return detail == null || detail.linked > 0;
  }

  /** Requests that named another page of this site; 0 where there are many clients. */
  long linked() {
    return detail == null ? 0 : detail.linked;
  }

  /** Requests that named the page itself. */
  long selfReferred() {
    return detail == null ? 0 : detail.selfReferred;
  }

  /** Different queries, none being one: up to 4; 5 where more or where there are many clients. */
  long queries() {
    if (detail == null) {
      return QUERIES_COUNTED + 1;
    }
    return detail.queries.isMany() ? QUERIES_COUNTED + 1 : detail.queries.count();
  }

  /** POSTs without referer of an agent that calls itself a browser. */
  long browserPosts() {
    return detail == null ? 0 : detail.browserPosts;
  }

  /** Requests with a query. */
  long withQuery() {
    return detail == null ? 0 : detail.withQuery;
  }

  /** Different agents up to 4; 5 where more. */
  long agents() {
    if (detail == null) {
      return AGENTS_COUNTED + 1;
    }
    return detail.agents.isMany() ? AGENTS_COUNTED + 1 : detail.agents.count();
  }

  /** The first row of each client and the first POST; none of pages of many clients. */
  public List<RowSample> samples() {
    Detail d = detail;
    if (d == null) {
      return List.of();
    }
    List<RowSample> all = new ArrayList<>(d.samples);
    if (d.firstPost != null && !all.contains(d.firstPost)) {
      all.add(d.firstPost);
    }
    return List.copyOf(all);
  }

  /** Gaps between requests by class: 0 under a second, 1 one second, 2 two to three, and so on. */
  int[] gaps() {
    return detail == null ? new int[GAP_CLASSES] : detail.gaps.clone();
  }
}
