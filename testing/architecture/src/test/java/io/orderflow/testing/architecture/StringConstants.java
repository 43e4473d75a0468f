package io.orderflow.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

/** Every string that a class file contains: constants, literals, and the parts of concatenations. */
final class StringConstants extends ClassVisitor {

    private final Set<String> found = new HashSet<>();

    private StringConstants() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    static Set<String> of(JavaClass type) {
        var source =
                type.getSource().orElseThrow(() -> new IllegalStateException("no class file of " + type.getName()));
        try (InputStream bytes = source.getUri().toURL().openStream()) {
            StringConstants visitor = new StringConstants();
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_FRAMES);
            return visitor.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        keep(value);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

            @Override
            public void visitLdcInsn(Object value) {
                keep(value);
            }

            @Override
            public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    keep(argument);
                }
            }
        };
    }

    private void keep(@Nullable Object value) {
        if (value instanceof String text) {
            found.add(text);
        }
    }
}
