package id.deskpemilu.dispatch.signature;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The bytes of a file that may be meant to keep its reader busy: reading stops when it costs far more than the file is long. */
final class Metered implements RandomAccessRead {

    private static final int LOOK_EVERY = 4_096;
    private static final long MOST_READS = 50_000_000L;
    private static final int READS_A_BYTE = 40;
    private static final long MOST_MEMORY = 256L * 1024 * 1024;
    private static final int MEMORY_A_BYTE = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RandomAccessReadBuffer bytes;
    private final long mostReads;
    private final long mostMemory;
    private long reads;

    Metered(byte[] bytes) {
        this.bytes = new RandomAccessReadBuffer(bytes);
        this.mostReads = MOST_READS + (long) READS_A_BYTE * bytes.length;
        this.mostMemory = THREADS.getCurrentThreadAllocatedBytes() + MOST_MEMORY + (long) MEMORY_A_BYTE * bytes.length;
    }

    private void count() throws IOException {
        reads++;
        if (reads > mostReads) {
            throw new IOException("too costly");
        }
        if (reads % LOOK_EVERY == 0) {
            look();
        }
    }

    /** Stops when it has cost too much memory. */
    void look() throws IOException {
        if (THREADS.getCurrentThreadAllocatedBytes() > mostMemory) {
            throw new IOException("too costly");
        }
    }

    @Override
    public int read() throws IOException {
        count();
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        count();
        return bytes.read(target, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return bytes.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        bytes.seek(position);
    }

    @Override
    public long length() throws IOException {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return bytes.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return bytes.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
