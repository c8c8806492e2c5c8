package org.anchang.backing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// A server could not be had; the message is one line for the person at the keyboard and ends with the way out.
public final class BackingFailure extends RuntimeException {

    public BackingFailure(String message) {
        super(message);
    }

    public BackingFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// What the file system had against it, in words; its exceptions often carry a path and nothing else.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException _ -> "something else is in its place";
            case NotDirectoryException _ -> "it is not a folder";
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
