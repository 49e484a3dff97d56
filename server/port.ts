/** Whether the port can be had, asked before anything is written. */
import { createServer } from 'node:net';
import { LaunchError } from './errors.ts';

export async function checkPort(host: string, port: number): Promise<void> {
  // A screen that tries to come back just now is turned away, not left hanging on a server that will not answer.
  const probe = createServer((visitor) => visitor.destroy());
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

export function portError(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new LaunchError(
        'port-in-use',
        `Cổng ${port} đang được chương trình khác dùng. Tắt chương trình đó, hoặc chọn cổng khác: npm start -- --port ${port + 1}`,
      );
    case 'EACCES':
      return new LaunchError(
        'port-forbidden',
        `Không được phép dùng cổng ${port}; chọn cổng từ 1024 trở lên: npm start -- --port 8080`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new LaunchError('host-unknown', `Máy này không có địa chỉ "${host}": kiểm tra tuỳ chọn --host.`);
    default:
      return error;
  }
}
