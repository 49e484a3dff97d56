/** The requests that carry pictures, each answered when the test says so; status 0: there is no network. */
export interface PictureSent {
  readonly url: string;
  readonly answer: (status: number) => void;
  /** Half of it has left the device. */
  readonly tell: () => void;
}

/** A kind of request to stand for the browser's own, and what was asked by it. */
export function pictureRequests(): { readonly requests: PictureSent[]; readonly PictureRequest: new () => object } {
  const requests: PictureSent[] = [];
  class PictureRequest {
    readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    timeout = 0;
    status = 0;
    readonly responseText = '{"error":{"code":"x","message":"Không được."}}';
    private url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    getResponseHeader = () => null;
    send() {
      requests.push({
        url: this.url,
        answer: (status) => {
          this.status = status;
          if (status === 0) this.onerror?.();
          else this.onload?.();
        },
        tell: () => this.upload.onprogress?.({ loaded: 1, total: 2 }),
      });
    }
  }
  return { requests, PictureRequest };
}
